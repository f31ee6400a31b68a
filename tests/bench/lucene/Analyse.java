// Says "warm", then for each line that it reads the time, in nanoseconds, that Lucene's
// SoraniAnalyzer takes for a text. Usage: Analyse FILE
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

final class Analyse {
  /** The compiler of the Java machine needs so long until it has nothing left to improve. */
  private static final int WARM_UP_RUNS = 40;

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in));
    try (SoraniAnalyzer analyzer = new SoraniAnalyzer()) {
      for (int run = 0; run < WARM_UP_RUNS; run++) analyse(analyzer, text);
      System.out.println("warm");
      while (questions.readLine() != null) {
        long start = System.nanoTime();
        analyse(analyzer, text);
        System.out.println(System.nanoTime() - start);
      }
    }
  }

  private static void analyse(SoraniAnalyzer analyzer, String text) throws Exception {
    long letters = 0;
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) letters += term.length();
      stream.end();
    }
    if (letters == 0) throw new IllegalStateException("the analyzer gave no token");
  }
}
