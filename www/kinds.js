/**
 * The words for schema.org types, in any language of the interface.
 */

/**
 * @param {Readonly<Record<string, string>>} kinds words by type, `Organization` among them
 * @returns {(type: string) => string | undefined} gives the word for a type, as `Person` or
 *   `https://schema.org/Person`; any kind of organisation that has none is an organisation
 */
export function kindIn(kinds) {
  return (type) => {
    const name = type.replace(/^.*[/:#]/u, "");
    const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    return known ?? (name.endsWith("Organization") ? kinds.Organization : undefined);
  };
}
