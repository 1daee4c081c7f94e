package org.horarium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.formats.demo.DemoCollege;

/** The demo colleges. */
final class DemoSuite implements Suite {
    @Override
    public String name() {
        return "demo";
    }

    @Override
    public List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        for (DemoCollege.Size size : DemoCollege.Size.values()) {
            instances.add(new Instance(
                    size.name().toLowerCase(Locale.ROOT),
                    CollegeProblem.of(DemoCollege.of(size)).problem(),
                    null));
        }
        return instances;
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new HorariumContender());
    }

    /** The demo department, which belongs to no table of sizes. */
    static Instance department() {
        return new Instance(
                "department", CollegeProblem.of(DemoCollege.department()).problem(), null);
    }
}
