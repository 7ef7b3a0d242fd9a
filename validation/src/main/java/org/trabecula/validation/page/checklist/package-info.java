/**
 * Checklists of reporting guidelines as data, and what a report answers of them. The items are in
 * our own short words; the originals are their authors'.
 */
@NullMarked
package org.trabecula.validation.page.checklist;

import org.jspecify.annotations.NullMarked;
