package io.keystonedb.internal.partiql;

import io.keystonedb.KeystoneException;
import java.util.List;

/** The tokens of a statement, read one after the other. */
class TokenReader {
  private final List<Token> tokens;
  private int next;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The next token, which stays there. */
  final Token peek() {
    return tokens.get(next);
  }

  final Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  final Token take() {
    Token token = tokens.get(next);
    if (token.kind() != TokenKind.END) {
      next++;
    }
    return token;
  }

  final boolean at(TokenKind kind) {
    return peek().kind() == kind;
  }

  final boolean atKeyword(String word) {
    return peek().isKeyword(word);
  }

  final boolean accept(TokenKind kind) {
    if (at(kind)) {
      next++;
      return true;
    }
    return false;
  }

  final boolean acceptKeyword(String word) {
    if (atKeyword(word)) {
      next++;
      return true;
    }
    return false;
  }

  final boolean acceptOperator(String symbol) {
    if (peek().isOperator(symbol)) {
      next++;
      return true;
    }
    return false;
  }

  final void expect(TokenKind kind) {
    if (!accept(kind)) {
      throw StatementErrors.syntax("Expected " + kind);
    }
  }

  final void expectKeyword(String word, String otherwise) {
    if (!acceptKeyword(word)) {
      throw StatementErrors.syntax(otherwise);
    }
  }

  /** What is wrong where an operand should begin. */
  static KeystoneException unexpected(Token token) {
    return StatementErrors.syntax(
        switch (token.kind()) {
          case OPERATOR -> "Unexpected operator";
          case KEYWORD -> "Unexpected keyword";
          default -> "Unexpected term";
        });
  }
}
