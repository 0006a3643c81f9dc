package org.otklik.admin;

import java.util.List;

/** Looks at one part of the installation. */
@FunctionalInterface
public interface Check {
    /** More than one where the part has several sides; a side that can't be seen because of another is left out. */
    List<Finding> examine();
}
