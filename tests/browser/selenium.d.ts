// Modules of selenium-webdriver that its published types leave out.
declare module "selenium-webdriver/http/util.js" {
  export function waitForServer(url: string, timeout: number): Promise<unknown>;
}
declare module "selenium-webdriver/net/portprober.js" {
  export function findFreePort(host?: string): Promise<number>;
}
