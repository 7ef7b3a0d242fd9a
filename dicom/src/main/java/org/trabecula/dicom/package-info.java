/** DICOM Part 10 files, data sets, pixel codecs: a small toolkit of its own worth. */
@NullMarked
package org.trabecula.dicom;

import org.jspecify.annotations.NullMarked;
