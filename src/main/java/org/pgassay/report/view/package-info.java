/** What the Markdown and the HTML report show alike: a report in sections, in words and as legible text. */
@NullMarked
package org.pgassay.report.view;

import org.jspecify.annotations.NullMarked;
