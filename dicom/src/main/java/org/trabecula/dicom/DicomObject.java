package org.trabecula.dicom;

import java.util.Optional;

/**
 * A data set with its file meta information (PS3.10 section 7.1).
 *
 * @param meta group 0002; empty where the file had none
 * @param data everything else
 * @param syntax how the data set was, or will be, encoded
 */
public record DicomObject(DataSet meta, DataSet data, TransferSyntax syntax) {
  /** Names this toolkit in the files that it writes (PS3.7 section D.3.3.2). */
  public static final String IMPLEMENTATION_CLASS_UID =
      "2.25.230614290853745183064521793465089203417";

  static final String IMPLEMENTATION_VERSION_NAME = "TRABECULA_01";

  /** An object ready for writing: the meta information is made from the data set. */
  public static DicomObject of(DataSet data, TransferSyntax syntax) {
    DataSetBuilder meta =
        DataSet.builder()
            .putBytes(Tag.FileMetaInformationVersion, new byte[] {0, 1})
            .put(Tag.TransferSyntaxUID, syntax.uid())
            .put(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
            .put(Tag.ImplementationVersionName, IMPLEMENTATION_VERSION_NAME);
    data.string(Tag.SOPClassUID).ifPresent(uid -> meta.put(Tag.MediaStorageSOPClassUID, uid));
    data.string(Tag.SOPInstanceUID).ifPresent(uid -> meta.put(Tag.MediaStorageSOPInstanceUID, uid));
    return new DicomObject(meta.build(), data, syntax);
  }

  /** The SOP instance UID, if there is a valid one. */
  public Optional<Uid> instance() {
    return data.string(Tag.SOPInstanceUID).flatMap(Uid::of);
  }
}
