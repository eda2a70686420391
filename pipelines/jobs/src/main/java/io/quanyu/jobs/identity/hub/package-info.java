/** Hubs: identifiers that several people may share; they open and close their ties. */
@NullMarked
package io.quanyu.jobs.identity.hub;

import org.jspecify.annotations.NullMarked;
