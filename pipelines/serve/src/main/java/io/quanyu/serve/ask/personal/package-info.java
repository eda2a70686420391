/** Where personal data stands in clear: a detector that shares no code with the guard at the door. */
@NullMarked
package io.quanyu.serve.ask.personal;

import org.jspecify.annotations.NullMarked;
