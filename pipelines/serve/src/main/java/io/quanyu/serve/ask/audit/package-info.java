/** Whether the platform is right: checks of the lake, and who is who derived anew beside what it says. */
@NullMarked
package io.quanyu.serve.ask.audit;

import org.jspecify.annotations.NullMarked;
