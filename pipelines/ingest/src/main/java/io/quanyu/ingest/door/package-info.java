/**
 * A payload on its way in: whose it is, which adapter reads it, and what it becomes.
 *
 * <p>What sources are made of stands here: {@link io.quanyu.ingest.door.Draft} of an event, {@link
 * io.quanyu.ingest.door.Who} it is about, and {@link io.quanyu.ingest.door.Refusal} with a reason.
 */
@NullMarked
package io.quanyu.ingest.door;

import org.jspecify.annotations.NullMarked;
