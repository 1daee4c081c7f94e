/** Where feeds and files are fetched, and the public pages of rooms and departments. */
@NullMarked
package org.horarium.server.publishing.web;

import org.jspecify.annotations.NullMarked;
