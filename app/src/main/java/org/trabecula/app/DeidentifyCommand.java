package org.trabecula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.dicom.deidentify.BorderMask;
import org.trabecula.dicom.deidentify.Deidentifier;
import org.trabecula.dicom.deidentify.KeyFile;
import org.trabecula.dicom.deidentify.Ledger;
import org.trabecula.dicom.deidentify.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deidentify}: DICOM files that name nobody, and an encrypted key that leads back. */
@Command(
    name = "deidentify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Copies DICOM files without what identifies a person: DICOM PS3.15 basic profile, text at"
            + " the borders masked, UIDs and ids replaced the same way in every file. Writes a"
            + " report of what was removed. Look at the pictures before you give them away.",
    footer = {
      "",
      "The passphrase of the key is taken from --passphrase-file, or else from the environment"
          + " variable, or else asked for.",
      "",
      "Examples:",
      "  trabecula deidentify films --out clean --key study.key --retain-characteristics",
      "  trabecula deidentify films --out clean --key study.key --retain-dates shifted"
          + " --mask 12,0,8,0mm",
      "  trabecula deidentify --reidentify --key study.key > originals.csv",
      "",
      "Exit codes: 0 every file was written; 1 some were refused; 2 wrong usage;",
      "3 a file or the key could not be read or written."
    })
final class DeidentifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "DICOM files, or folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the copies and the report.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Key file with the secret and the originals, encrypted; made if it is not there. Without"
              + " it nothing leads back, and another run makes other ids.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      defaultValue = "TRABECULA_PASSPHRASE",
      description = "Environment variable with the passphrase (default: ${DEFAULT-VALUE}).")
  private String variable = "TRABECULA_PASSPHRASE";

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "File whose first line is the passphrase.")
  private Optional<Path> passphraseFile = Optional.empty();

  @Mixin private DeidentifyOptions options = new DeidentifyOptions();

  @Option(
      names = "--mask",
      paramLabel = "TOP,RIGHT,BOTTOM,LEFT",
      description =
          "Strips along the borders to mask besides the text that is found: in pixels, or with mm"
              + " behind in millimetres at the detector.")
  private Optional<String> mask = Optional.empty();

  @Option(
      names = "--keep-undecoded",
      description =
          "Write files whose pixels could not be looked at, or say that text is burned in where"
              + " none was found; else they are refused.")
  private boolean keepUndecoded;

  @Option(names = "--reidentify", description = "Print what the key stands for: kind,new,original.")
  private boolean reidentify;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    return reidentify ? showKey() : deidentify();
  }

  private int showKey() throws IOException {
    if (!files.isEmpty() || out.isPresent()) {
      throw WrongUsage.of("--reidentify takes a key and no files.");
    }
    Path file = key.orElseThrow(() -> WrongUsage.of("--reidentify needs --key FILE."));
    Ledger ledger = KeyFile.read(file, passphrase().get(System.getenv(), false));
    System.out.println("kind,new,original");
    ledger
        .originals()
        .forEach((entry, original) ->
            System.out.println(entry.kind() + "," + quoted(entry.made()) + "," + quoted(original)));
    return ExitCode.DONE.code();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private int deidentify() throws IOException {
    Path folder = out.orElseThrow(() -> WrongUsage.of("--out DIR is missing."));
    if (files.isEmpty()) {
      throw WrongUsage.of("Name the files to de-identify.");
    }
    requireApart(folder);
    Deidentifier.Settings settings =
        WrongUsage.checked(() ->
            new Deidentifier.Settings(
                options.profile(),
                mask.map(BorderMask::parse).orElse(BorderMask.NONE),
                keepUndecoded));
    List<Inputs.Input> inputs = Inputs.of(files);
    if (key.isEmpty()) {
      Ledger ledger = new Ledger(Secret.random(new SecureRandom()));
      return new DeidentifyRun(settings, ledger, folder).run(inputs, quiet).code();
    }
    boolean made = !Files.exists(key.get());
    char[] passphrase = passphrase().get(System.getenv(), made);
    Ledger ledger = made ? newKey(key.get(), passphrase) : KeyFile.read(key.get(), passphrase);
    try {
      return new DeidentifyRun(settings, ledger, folder).run(inputs, quiet).code();
    } finally {
      KeyFile.write(key.get(), ledger, passphrase);
      Arrays.fill(passphrase, '\0');
    }
  }

  /** Written before the first file: a run that is cut short must not lose its secret. */
  private static Ledger newKey(Path file, char[] passphrase) throws IOException {
    if (passphrase.length < KeyFile.SHORTEST_PASSPHRASE) {
      throw WrongUsage.of(
          "The passphrase of a new key needs at least %d characters."
              .formatted(KeyFile.SHORTEST_PASSPHRASE));
    }
    Ledger ledger = new Ledger(Secret.random(new SecureRandom()));
    KeyFile.write(file, ledger, passphrase);
    return ledger;
  }

  private Passphrase passphrase() {
    return new Passphrase(variable, passphraseFile);
  }

  private void requireApart(Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    for (Path file : files) {
      if (target.startsWith(file.toAbsolutePath().normalize())) {
        throw WrongUsage.of("The output folder %s lies in the input %s.".formatted(folder, file));
      }
    }
    if (key.isPresent() && key.get().toAbsolutePath().normalize().startsWith(target)) {
      throw WrongUsage.of("The key must not lie in the output folder, which is given away.");
    }
  }
}
