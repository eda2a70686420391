package io.quanyu.jobs.record;

import java.util.List;

/**
 * The records and enums that a module keeps in state. Found with {@link java.util.ServiceLoader}; what nobody names is called
 * like its class, and can still be named later.
 */
public interface StateNames {

    List<StateName> names();
}
