package io.github.heddle.kernel.evaluation;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a compiler that is kept remembers of the classes of the notebook. Loops and no lambdas: a
/// start-up cache does not keep lambdas over these types, and the first result would wait for them.
final class NotebookSymbols {
  private final Context context;
  private final Symtab symbols;

  NotebookSymbols(JavacTask task) {
    context = ((BasicJavacTask) task).getContext();
    symbols = Symtab.instance(context);
  }

  /// All of them: the compiler reads them anew when it needs them.
  void forgetAll() {
    Optional<PackageSymbol> found = notebook();
    if (found.isPresent()) {
      PackageSymbol notebook = found.get();
      List<ClassSymbol> classes = new ArrayList<>();
      for (ClassSymbol each : symbols.getAllClasses()) {
        if (each.packge().equals(notebook)) {
          classes.add(each);
        }
      }
      for (ClassSymbol each : classes) {
        symbols.removeClass(notebook.modle, each.flatName());
      }
      notebook.members_field = null;
      notebook.completer = ClassFinder.instance(context).getCompleter();
    }
  }

  /// One that nobody asks for again.
  void forget(String className) {
    Optional<PackageSymbol> found = notebook();
    if (found.isPresent() && found.get().isCompleted()) {
      List<Symbol> classes = new ArrayList<>();
      for (Symbol each : found.get().members().getSymbolsByName(name(className))) {
        classes.add(each);
      }
      for (Symbol each : classes) {
        found.get().members().remove(each);
      }
    }
  }

  private Optional<PackageSymbol> notebook() {
    return Optional.ofNullable(
        symbols.getPackage(symbols.unnamedModule, name(NotebookScope.PACKAGE)));
  }

  private Name name(String text) {
    return Names.instance(context).fromString(text);
  }
}
