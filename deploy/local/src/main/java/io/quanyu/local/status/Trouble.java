package io.quanyu.local.status;

/**
 * Something that is not as it should be.
 *
 * @param what what is wrong, in a sentence
 * @param todo what happens by itself, and what somebody should do, in a sentence
 */
public record Trouble(String what, String todo) {}
