package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of mistakes, each made as a learner makes it and found by the real compiler.
class HintsTest {
  private static final Notebook NOTEBOOK = new Notebook();

  @BeforeAll
  static void declare() {
    NOTEBOOK.runAll(
        "int counter = 0; String text = \"warp\"; int[] numbers = {1, 2}; Object any = \"x\";",
        "class Loom { int width() { return 7; } }",
        "List<String> words = new ArrayList<>();");
  }

  @AfterAll
  static void close() {
    NOTEBOOK.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          void f() { int a = 1 }                    | 21 | 1  | a statement ends with a semicolon
          int f(int a) { if (a > 1) return 1; }     | 37 | 1  | must end with return and a value
          class A { f() { } }                       | 11 | 1  | void or int
          countre + 1                               | 1  | 7  | did you mean counter?
          hits + 1                                  | 1  | 4  | declare it before it is used, such as int hits = 0;
          string s = "x";                           | 1  | 6  | did you mean String?
          system.out.println(1)                     | 1  | 10 | did you mean System?
          System.out.printn("x")                    | 12 | 6  | did you mean println?
          new Loom().widht()                        | 12 | 5  | did you mean width?
          numbers.length()                          | 9  | 6  | .length
          text.size()                               | 6  | 4  | length()
          words.length()                            | 7  | 6  | size()
          int i = "5";                              | 9  | 3  | Integer.parseInt
          double d = "5.0";                         | 12 | 5  | Double.parseDouble
          int i = 5.5;                              | 9  | 3  | declare it as double
          char c = "x";                             | 10 | 3  | single quotes
          String s = 5;                             | 12 | 1  | String.valueOf
          String s = any;                           | 12 | 3  | (String) in front of it
          void nap() { Thread.sleep(5); }           | 14 | 15 | throws InterruptedException
          int f() { int v; return v; }              | 25 | 1  | give it a value
          SimpleDateFormat q;                       | 1  | 16 | import java.text.SimpleDateFormat;
          Object o = new JFrame();                  | 16 | 6  | import javax.swing.JFrame;
          if (counter = 5) { }                      | 5  | 11 | = assigns; == compares
          while (counter) { }                       | 8  | 7  | counter != 0
          void f() { counter == 5; }                | 12 | 12 | == compares; = assigns
          if (text == 5) { }                        | 5  | 9  | compare values of one type
          String s = 'hello';                       | 12 | 1  | double quotes
          String s = "hello;                        | 12 | 1  | close the string
          void f() { if (true) { }                  | 25 | 1  | the { of line 1, column 10 is not closed
          class A { int n; static int m() { return n; } } | 42 | 1 | declare it static
          List<int> li;                             | 6  | 3  | Integer for int
          void f() { int a = 1; int a = 2; }        | 27 | 1  | leave out the type
          void f() { final int a = 1; a = 2; }      | 29 | 1  | leave out final
          counter.toString()                        | 1  | 16 | no methods
          else { counter++; }                       | 1  | 4  | behind the block of its if
          for (int i = 0, i < 3, i++) { }           | 18 | 1  | semicolons stand between
          int 2nd = 4;                              | 5  | 3  | a name begins with a letter
          int class = 4;                            | 5  | 5  | class is a word of Java
          this.counter                              | 1  | 4  | leave it out
          boolean b = True;                         | 13 | 4  | Java writes true
          print("hi")                               | 1  | 5  | System.out.println(value);
          let z = 3;                                | 1  | 3  | with its type, or with var
          const k = 3;                              | 1  | 1  | declared final
          if (counter > 3) then { }                 | 18 | 4  | Java has no then
          if (counter > 3 and true) { }             | 16 | 1  | Java writes && for and
          if counter > 3 { }                        | 3  | 1  | in round brackets
          for x in numbers: print(x)                | 4  | 1  | for (var x : values)
          foreach (var x : words) { }               | 13 | 1  | for (var x : values)
          def twice(x): pass                        | 12 | 1  | begins with the type of its result
          int[] a = [1, 2];                         | 11 | 1  | values stand in braces
          int a[3];                                 | 7  | 1  | new int[3]
          if (counter => 3) { }                     | 14 | 1  | written >=
          long big = 3000000000;                    | 12 | 1  | 3000000000L
          float x = 1.5;                            | 11 | 3  | 1.5f
          int octal = 08;                           | 14 | 1  | leave out the 0
          int p = (1 + 2;                           | 15 | 1  | the ( of line 1, column 9 is not closed
          int twice(x) { return 2 * x; }            | 12 | 1  | such as int x
          text = “smart”;                           | 8  | 1  | straight double quotes
          numbers.push(3);                          | 9  | 4  | an array keeps its length
          words.push("x");                          | 7  | 4  | did you mean add?
          int f() { return 1; counter++; }          | 21 | 10 | always leaves
          class N { f(); }                          | 11 | 1  | void or int
          List<String> l = new List<>();            | 18 | 12 | new ArrayList<>()
          new Loom(5)                               | 1  | 11 | nothing stands between its brackets
          Math.pow(2)                               | 1  | 8  | (double, double)
          int n = null;                             | 9  | 4  | always has a value
          var u;                                    | 5  | 1  | its type in place of var
          int v = switch (counter) { case 1 -> 1; }; | 9 | 33 | default -> ...
          for (String n in words) { }               | 14 | 1  | for (var x : values)
          text[0]                                   | 1  | 7  | charAt(i)
          int m = text * 2;                         | 9  | 8  | Integer.parseInt
          int m = words.clear();                    | 9  | 13 | gives no value
          break;                                    | 1  | 6  | inside a loop
          words[0]                                  | 1  | 8  | get(i)
          List<Integer> l = new ArrayList<String>(); | 19 | 23 | leave those on the right empty: <>
          List<Integer> l = List.of("a");           | 19 | 12 | of type Integer: there is String
          List<Object> l = words;                   | 18 | 5  | ? extends on the left
          () -> 3                                   | 1  | 7  | a lambda needs a type
          null.toString()                           | 1  | 13 | null is no object
          List                                      | 1  | 4  | new List(...) makes an object
          String greet(String name) { return nam; } | 36 | 3  | did you mean name?
          synchronized void f() { }                 | 1  | 12 | synchronized (lock)
          package loom;                             | 1  | 1  | leave this line out
          static { counter++; }                     | 8  | 1  | leave out static
          throw "text";                             | 1  | 13 | throw new RuntimeException("text");
          double d = 3,5;                           | 14 | 1  | decimal point
          numbers = {4, 5};                         | 11 | 1  | new int[] {1, 2}
          int n == 3;                               | 6  | 1  | = gives a value
          String p = "C:\\work";                    | 16 | 1  | written twice
          record R(int x; int y) { }                | 15 | 1  | a comma
          if (counter > 1) int n = 3;               | 18 | 10 | braces
          class A { @Override public String toStrin() { return ""; } } | 11 | 9 | no method of that name
          return 5;                                 | 1  | 6  | the value of a cell is its last expression
          %time counter                             | 1  | 1  | a magic stands alone
          if (counter > 1) { return; }              | 20 | 6  | into a method
          """)
  void aMistakeIsUnderlinedAndGetsAHint(String cell, int column, int length, String hint) {
    assertThat(NOTEBOOK.problems(cell))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.hint()).hasValueSatisfying(told -> assertThat(told).contains(hint));
          assertThat(problem.at()).isEqualTo(new Position(1, column));
          assertThat(problem.length()).isEqualTo(length);
        });
  }

  @Test
  void aVariableThatALambdaSharesIsToBeCopied() {
    Problem problem =
        NOTEBOOK
            .problems("void f() { int n = 0; n++; Runnable r = () -> System.out.println(n); }")
            .getFirst();
    assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("copy"));
  }

  @Test
  void membersThatAreNotSeenOrNamedOtherwise() {
    NOTEBOOK.runAll(
        "record Weft(int length) {}",
        "class Chest { private int gold; }",
        "interface Speaker { String speak(); }");
    assertThat(hint("new Weft(1).getLength()")).contains("did you mean length?");
    assertThat(hint("new Chest().gold")).contains("private is known inside its class only");
    assertThat(hint("class Robot implements Speaker { String speak() { return null; } }"))
        .contains("write public in front of it");
  }

  private static String hint(String cell) {
    return NOTEBOOK.problems(cell).getFirst().hint().orElseThrow();
  }

  @Test
  void typesHaveShortNamesWhereNoTwoAreConfused() {
    assertThat(NOTEBOOK.problems("List<String> l = new ArrayList<Integer>();").getFirst().message())
        .isEqualTo("incompatible types: ArrayList<Integer> cannot be converted to List<String>");
    assertThat(NOTEBOOK.problems("List<String> l = (java.awt.List) any;").getFirst().message())
        .contains("java.awt.List cannot be converted to java.util.List<String>");
  }

  @Test
  void ofSeveralMethodsItIsToldWhatTheyTake() {
    assertThat(NOTEBOOK.problems("words.add(1, 2, 3)").getFirst().message())
        .isEqualTo(
            "no suitable method found for add(int,int,int); there are add(String),"
                + " add(int,String)");
  }

  @Test
  void wordsOfTheKernelAreNotTold() {
    assertThat(NOTEBOOK.problems("{ int d = 1; int d = 2; }").getFirst().message())
        .isEqualTo("variable d is already defined");
    NOTEBOOK.runAll("int sum(int a, int b) { return a + b; }");
    assertThat(NOTEBOOK.problems("sum(1)").getFirst().message())
        .startsWith("method sum cannot be applied to given types: required: int,int; found: int");
  }

  @Test
  void oneCauseIsToldOnce() {
    assertThat(NOTEBOOK.problems("JFrame f = new JFrame();")).hasSize(1);
    assertThat(NOTEBOOK.problems("int z = y1 + y2 + y1;")).hasSize(2);
    assertThat(NOTEBOOK.problems("void z() {\n  int a = 1\n  int b = 2\n}"))
        .extracting(each -> each.at().line())
        .containsExactly(2, 3);
    assertThat(NOTEBOOK.problems("int f( { return 1; }\nint g() { return 2 +; }")).hasSize(1);
  }

  @Test
  void aNameOfTwoLettersResemblesNothing() {
    assertThat(hint("wo + 1")).contains("declare it before it is used");
  }

  @Test
  void aDeclarationThatCannotBeUsedIsToldBeforeWhatUsesIt() {
    assertThat(
            NOTEBOOK.problems("@Retention(1) @interface Dyed {}\n@Dyed class Yarn {}\nYarn.class"))
        .extracting(Problem::message)
        .containsExactly("Dyed refers to class Retention, which is not declared");
  }

  @Test
  void ofClassesThatExtendEachOtherTheCircleIsTold() {
    assertThat(NOTEBOOK.problems("class Egg extends Hen {}\nclass Hen extends Egg {}"))
        .extracting(Problem::message)
        .singleElement()
        .satisfies(told -> assertThat(told).startsWith("cyclic inheritance involving "));
  }

  @Test
  void detailsStandInOneLine() {
    List<Problem> problems = NOTEBOOK.problems("new Loom(5)");
    assertThat(problems)
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .isEqualTo(
                    "constructor Loom in class Loom cannot be applied to given types:"
                        + " required: no arguments; found: int;"
                        + " reason: actual and formal argument lists differ in length"));
  }
}
