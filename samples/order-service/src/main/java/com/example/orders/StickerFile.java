package com.example.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The supplier's list: every emoji that Unicode recommends for general interchange, 3,655 of them.
 * Where it comes from and its licence are written down beside it in {@code stickers.LICENSE.txt}.
 */
public final class StickerFile {
  private static final long STARTING_STOCK = 25;

  private StickerFile() {}

  /** Reads the list; all stickers start with the same stock, and the newer ones cost more. */
  public static List<Product> read() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                StickerFile.class.getResourceAsStream("stickers.tsv"), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(StickerFile::product).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Product product(String line) {
    String[] column = line.split("\t", -1);
    long priceCents = 100 + Math.round(10 * Double.parseDouble(column[3]));
    return new Product(column[0], column[4], column[1], column[2], priceCents, STARTING_STOCK);
  }
}
