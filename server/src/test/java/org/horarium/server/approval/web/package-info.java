/** Tests of the pages of approval. */
@NullMarked
package org.horarium.server.approval.web;

import org.jspecify.annotations.NullMarked;
