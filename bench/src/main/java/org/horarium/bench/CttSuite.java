package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.itc2007.Itc2007;

/** Curriculum-based course timetabling of the International Timetabling Competition 2007. */
final class CttSuite implements Suite {
    @Override
    public String name() {
        return "ctt";
    }

    @Override
    public List<Instance> instances() throws IOException {
        List<Instance> instances = new ArrayList<>();
        for (Path file : BenchData.files("itc2007-ctt", ".ctt")) {
            String name = BenchData.baseName(file);
            instances.add(new Instance(name, Itc2007.readProblem(file).problem(), BestKnown.of(name)));
        }
        return instances;
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new HorariumContender(), new TimefoldContender());
    }
}
