package io.quanyu.world.truth;

import java.util.List;
import java.util.SortedSet;

/**
 * A person and the accounts that are theirs, as identifier texts {@code type|scope|value}.
 *
 * @param name number of the person in its world
 * @param linkable the accounts, grouped: within a group some payload ties each account to another, between groups no
 *     payload does (a Douyin account is an island), so nobody could know
 */
public record RealPerson(String name, List<SortedSet<String>> linkable) {}
