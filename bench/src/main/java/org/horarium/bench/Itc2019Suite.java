package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.itc2019.Itc2019;

/** University course timetabling of the International Timetabling Competition 2019. */
final class Itc2019Suite implements Suite {
    @Override
    public String name() {
        return "itc2019";
    }

    @Override
    public List<Instance> instances() throws IOException {
        List<Instance> instances = new ArrayList<>();
        for (Path file : BenchData.files("itc2019", ".xml")) {
            String name = BenchData.baseName(file);
            instances.add(new Instance(name, Itc2019.readProblem(file).problem(), BestKnown.of(name)));
        }
        return instances;
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new HorariumContender());
    }
}
