package org.horarium.formats.itc2019;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.horarium.engine.model.Problem;

/** A small problem with everything in it, and a solution. */
final class SmallFiles {
    static final String PROBLEM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE problem PUBLIC "-//ITC 2019//DTD Problem Format/EN" "http://www.itc2019.org/competition-format.dtd">
            <problem name="small &amp; neat" nrDays="5" slotsPerDay="100" nrWeeks="2">
              <optimization time="2" room="3" distribution="5" student="6"/>
              <rooms>
                <room id="A" capacity="30">
                  <travel room="B" value="3"/>
                  <unavailable days="10000" start="0" length="5" weeks="11"/>
                </room>
                <room id="B" capacity="20"/>
              </rooms>
              <courses>
                <course id="c1">
                  <config id="k1">
                    <subpart id="s1">
                      <class id="1" limit="30">
                        <room id="A" penalty="2"/>
                        <time days="10100" start="10" length="10" weeks="11" penalty="4"/>
                        <time days="10100" start="30" length="10" weeks="11" penalty="0"/>
                      </class>
                    </subpart>
                    <subpart id="s2">
                      <class id="2" limit="20" parent="1">
                        <room id="B" penalty="0"/>
                        <time days="10000" start="21" length="10" weeks="10" penalty="0"/>
                      </class>
                      <class id="3" room="false">
                        <time days="01000" start="40" length="20" weeks="11" penalty="0"/>
                      </class>
                    </subpart>
                  </config>
                </course>
              </courses>
              <distributions>
                <distribution type="SameDays" penalty="7">
                  <class id="2"/>
                  <class id="3"/>
                </distribution>
                <distribution type="MaxBreaks(1,6)" required="true">
                  <class id="1"/>
                  <class id="2"/>
                </distribution>
              </distributions>
              <students>
                <student id="1">
                  <course id="c1"/>
                </student>
              </students>
            </problem>
            """;

    static final String SOLUTION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <solution name="small &amp; neat" runtime="1.5" cores="1" technique="by hand">
              <class id="1" days="10100" start="10" weeks="11" room="A">
                <student id="1"/>
              </class>
              <class id="2" days="10000" start="21" weeks="10" room="B">
                <student id="1"/>
              </class>
              <class id="3" days="01000" start="40" weeks="11"/>
            </solution>
            """;

    private SmallFiles() {}

    static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static Problem problem() throws IOException {
        return Itc2019.readProblem(in(PROBLEM)).problem();
    }
}
