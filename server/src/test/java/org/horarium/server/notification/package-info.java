/** Tests of the mails that go out, against a real mail server. */
@NullMarked
package org.horarium.server.notification;

import org.jspecify.annotations.NullMarked;
