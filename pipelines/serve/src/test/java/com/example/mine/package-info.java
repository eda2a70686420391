/** A platform that a user adds: it sees of Quanyu what is public. */
@NullMarked
package com.example.mine;

import org.jspecify.annotations.NullMarked;
