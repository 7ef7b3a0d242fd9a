package org.trabecula.app;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in one sentence what an input or output failure means to the person at the keyboard. */
final class Failure {
  private Failure() {}

  static String sentence(Throwable failure) {
    return switch (failure) {
      case UncheckedIOException wrapped when wrapped.getCause() != null ->
          sentence(wrapped.getCause());
      case NoSuchFileException missing ->
          "There is no file or folder %s".formatted(missing.getFile());
      case FileNotFoundException missing ->
          "The file cannot be opened: %s".formatted(missing.getMessage());
      case AccessDeniedException denied -> "Access to %s is denied".formatted(denied.getFile());
      case NotDirectoryException file -> "%s is not a folder".formatted(file.getFile());
      case FileAlreadyExistsException there -> "%s is in the way".formatted(there.getFile());
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }
}
