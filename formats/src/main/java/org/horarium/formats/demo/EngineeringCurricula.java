package org.horarium.formats.demo;

import static org.horarium.formats.demo.Curriculum.alternatingLab;
import static org.horarium.formats.demo.Curriculum.benchLab;
import static org.horarium.formats.demo.Curriculum.fourthYear;
import static org.horarium.formats.demo.Curriculum.lab;
import static org.horarium.formats.demo.Curriculum.lecture;
import static org.horarium.formats.demo.Curriculum.secondYear;
import static org.horarium.formats.demo.Curriculum.simulation;
import static org.horarium.formats.demo.Curriculum.thirdYear;
import static org.horarium.formats.demo.Curriculum.tutorial;

import java.util.List;

/** Departments of engineering. A term of five, four and three core subjects with three laboratories in the second year. */
final class EngineeringCurricula {
    private EngineeringCurricula() {}

    static List<Curriculum> all() {
        return List.of(
                computerScience(),
                electronics(),
                mechanical(),
                electrical(),
                civil(),
                chemical(),
                biotechnology(),
                aerospace());
    }

    private static Curriculum computerScience() {
        return new Curriculum(
                "CSE",
                "Computer Science and Engineering",
                "computer-lab",
                "Computer laboratory",
                "Network training kit",
                List.of(
                        secondYear(
                                benchLab("CS201", "Data Structures"),
                                lab("CS202", "Digital Logic Design"),
                                simulation("CS203", "Object-Oriented Programming"),
                                tutorial("CS204", "Discrete Mathematics"),
                                tutorial("CS205", "Probability and Statistics")),
                        thirdYear(
                                List.of(
                                        benchLab("CS301", "Operating Systems"),
                                        alternatingLab("CS302", "Computer Networks"),
                                        tutorial("CS303", "Design and Analysis of Algorithms"),
                                        lecture("CS304", "Software Engineering")),
                                lecture("CS351", "Computer Graphics"),
                                lecture("CS352", "Data Mining"),
                                lecture("CS353", "Human-Computer Interaction")),
                        fourthYear(
                                List.of(
                                        benchLab("CS401", "Machine Learning"),
                                        alternatingLab("CS402", "Distributed Systems"),
                                        lecture("CS403", "Compiler Design")),
                                lecture("CS451", "Cloud Computing"),
                                lecture("CS452", "Information Security"),
                                lecture("CS453", "Natural Language Processing"),
                                lecture("CS454", "Computer Vision"))));
    }

    private static Curriculum electronics() {
        return new Curriculum(
                "ECE",
                "Electronics and Communication Engineering",
                "electronics-lab",
                "Electronics laboratory",
                "Spectrum analyser",
                List.of(
                        secondYear(
                                benchLab("EC201", "Electronic Devices and Circuits"),
                                lab("EC202", "Digital Electronics"),
                                simulation("EC203", "Signals and Systems"),
                                tutorial("EC204", "Network Analysis"),
                                tutorial("EC205", "Engineering Mathematics III")),
                        thirdYear(
                                List.of(
                                        benchLab("EC301", "Linear Integrated Circuits"),
                                        alternatingLab("EC302", "Analog Communication"),
                                        tutorial("EC303", "Electromagnetic Fields"),
                                        lecture("EC304", "Control Systems")),
                                lecture("EC351", "Biomedical Instrumentation"),
                                lecture("EC352", "Computer Architecture"),
                                lecture("EC353", "Information Theory and Coding")),
                        fourthYear(
                                List.of(
                                        benchLab("EC401", "VLSI Design"),
                                        alternatingLab("EC402", "Microwave Engineering"),
                                        lecture("EC403", "Optical Communication")),
                                lecture("EC451", "Wireless Networks"),
                                lecture("EC452", "Satellite Communication"),
                                lecture("EC453", "Embedded Systems"),
                                lecture("EC454", "Digital Image Processing"))));
    }

    private static Curriculum mechanical() {
        return new Curriculum(
                "ME",
                "Mechanical Engineering",
                "workshop",
                "Mechanical workshop",
                "Strain measurement kit",
                List.of(
                        secondYear(
                                benchLab("ME201", "Manufacturing Processes"),
                                lab("ME202", "Fluid Mechanics"),
                                simulation("ME203", "Machine Drawing"),
                                tutorial("ME204", "Thermodynamics"),
                                tutorial("ME205", "Strength of Materials")),
                        thirdYear(
                                List.of(
                                        benchLab("ME301", "Heat Transfer"),
                                        alternatingLab("ME302", "Dynamics of Machinery"),
                                        tutorial("ME303", "Design of Machine Elements"),
                                        lecture("ME304", "Industrial Engineering")),
                                lecture("ME351", "Automobile Engineering"),
                                lecture("ME352", "Non-Conventional Energy"),
                                lecture("ME353", "Composite Materials")),
                        fourthYear(
                                List.of(
                                        benchLab("ME401", "Computer-Integrated Manufacturing"),
                                        alternatingLab("ME402", "Mechatronics"),
                                        lecture("ME403", "Finite Element Methods")),
                                lecture("ME451", "Robotics"),
                                lecture("ME452", "Refrigeration and Air Conditioning"),
                                lecture("ME453", "Additive Manufacturing"),
                                lecture("ME454", "Operations Research"))));
    }

    private static Curriculum electrical() {
        return new Curriculum(
                "EEE",
                "Electrical and Electronics Engineering",
                "machines-lab",
                "Electrical machines laboratory",
                "Power quality meter",
                List.of(
                        secondYear(
                                benchLab("EE201", "Electrical Machines I"),
                                lab("EE202", "Circuit Theory"),
                                simulation("EE203", "Numerical Methods"),
                                tutorial("EE204", "Electromagnetic Theory"),
                                tutorial("EE205", "Engineering Mathematics III")),
                        thirdYear(
                                List.of(
                                        benchLab("EE301", "Power Electronics"),
                                        alternatingLab("EE302", "Measurements and Instrumentation"),
                                        tutorial("EE303", "Power Systems I"),
                                        lecture("EE304", "Microprocessors")),
                                lecture("EE351", "Renewable Energy Systems"),
                                lecture("EE352", "High Voltage Engineering"),
                                lecture("EE353", "Special Electrical Machines")),
                        fourthYear(
                                List.of(
                                        benchLab("EE401", "Electric Drives"),
                                        alternatingLab("EE402", "Power System Protection"),
                                        lecture("EE403", "Power System Operation")),
                                lecture("EE451", "Smart Grids"),
                                lecture("EE452", "Electric Vehicles"),
                                lecture("EE453", "Energy Auditing"),
                                lecture("EE454", "Digital Control Systems"))));
    }

    private static Curriculum civil() {
        return new Curriculum(
                "CE",
                "Civil Engineering",
                "materials-lab",
                "Materials testing laboratory",
                "Total station",
                List.of(
                        secondYear(
                                benchLab("CV201", "Surveying"),
                                lab("CV202", "Construction Materials"),
                                simulation("CV203", "Building Drawing"),
                                tutorial("CV204", "Mechanics of Solids"),
                                tutorial("CV205", "Engineering Mathematics III")),
                        thirdYear(
                                List.of(
                                        benchLab("CV301", "Geotechnical Engineering"),
                                        alternatingLab("CV302", "Hydraulics"),
                                        tutorial("CV303", "Structural Analysis"),
                                        lecture("CV304", "Transportation Engineering")),
                                lecture("CV351", "Remote Sensing"),
                                lecture("CV352", "Urban Planning"),
                                lecture("CV353", "Repair of Structures")),
                        fourthYear(
                                List.of(
                                        benchLab("CV401", "Environmental Engineering"),
                                        alternatingLab("CV402", "Concrete Technology"),
                                        lecture("CV403", "Design of Steel Structures")),
                                lecture("CV451", "Bridge Engineering"),
                                lecture("CV452", "Earthquake Engineering"),
                                lecture("CV453", "Water Resources Management"),
                                lecture("CV454", "Construction Management"))));
    }

    private static Curriculum chemical() {
        return new Curriculum(
                "CHE",
                "Chemical Engineering",
                "process-lab",
                "Process engineering laboratory",
                "Gas chromatograph",
                List.of(
                        secondYear(
                                benchLab("CH201", "Fluid Flow Operations"),
                                lab("CH202", "Organic Chemistry for Engineers"),
                                simulation("CH203", "Process Calculations"),
                                tutorial("CH204", "Chemical Thermodynamics"),
                                tutorial("CH205", "Engineering Mathematics III")),
                        thirdYear(
                                List.of(
                                        benchLab("CH301", "Heat Transfer Operations"),
                                        alternatingLab("CH302", "Mass Transfer I"),
                                        tutorial("CH303", "Chemical Reaction Engineering"),
                                        lecture("CH304", "Process Instrumentation")),
                                lecture("CH351", "Polymer Technology"),
                                lecture("CH352", "Food Process Engineering"),
                                lecture("CH353", "Corrosion Engineering")),
                        fourthYear(
                                List.of(
                                        benchLab("CH401", "Process Dynamics and Control"),
                                        alternatingLab("CH402", "Mass Transfer II"),
                                        lecture("CH403", "Plant Design and Economics")),
                                lecture("CH451", "Petroleum Refining"),
                                lecture("CH452", "Membrane Separation"),
                                lecture("CH453", "Process Safety"),
                                lecture("CH454", "Computational Fluid Dynamics"))));
    }

    private static Curriculum biotechnology() {
        return new Curriculum(
                "BT",
                "Biotechnology",
                "wet-lab",
                "Wet laboratory",
                "Thermal cycler",
                List.of(
                        secondYear(
                                benchLab("BT201", "Biochemistry"),
                                lab("BT202", "Microbiology"),
                                simulation("BT203", "Biostatistics"),
                                tutorial("BT204", "Cell Biology"),
                                tutorial("BT205", "Bioprocess Calculations")),
                        thirdYear(
                                List.of(
                                        benchLab("BT301", "Genetic Engineering"),
                                        alternatingLab("BT302", "Immunology"),
                                        tutorial("BT303", "Bioprocess Engineering"),
                                        lecture("BT304", "Enzyme Technology")),
                                lecture("BT351", "Plant Biotechnology"),
                                lecture("BT352", "Food Biotechnology"),
                                lecture("BT353", "Biomaterials")),
                        fourthYear(
                                List.of(
                                        benchLab("BT401", "Downstream Processing"),
                                        alternatingLab("BT402", "Bioinformatics"),
                                        lecture("BT403", "Bioethics and Regulation")),
                                lecture("BT451", "Genomics and Proteomics"),
                                lecture("BT452", "Tissue Engineering"),
                                lecture("BT453", "Environmental Biotechnology"),
                                lecture("BT454", "Pharmaceutical Biotechnology"))));
    }

    private static Curriculum aerospace() {
        return new Curriculum(
                "AE",
                "Aerospace Engineering",
                "aero-lab",
                "Aerodynamics laboratory",
                "Pressure scanner",
                List.of(
                        secondYear(
                                benchLab("AE201", "Aircraft Materials"),
                                lab("AE202", "Fluid Dynamics"),
                                simulation("AE203", "Aircraft Drawing"),
                                tutorial("AE204", "Aero Engineering Thermodynamics"),
                                tutorial("AE205", "Solid Mechanics")),
                        thirdYear(
                                List.of(
                                        benchLab("AE301", "Aerodynamics"),
                                        alternatingLab("AE302", "Aircraft Structures"),
                                        tutorial("AE303", "Flight Dynamics"),
                                        lecture("AE304", "Propulsion I")),
                                lecture("AE351", "Experimental Aerodynamics"),
                                lecture("AE352", "Aircraft Systems"),
                                lecture("AE353", "Theory of Vibrations")),
                        fourthYear(
                                List.of(
                                        benchLab("AE401", "Propulsion II"),
                                        alternatingLab("AE402", "Avionics"),
                                        lecture("AE403", "Finite Element Methods")),
                                lecture("AE451", "Space Mechanics"),
                                lecture("AE452", "Helicopter Aerodynamics"),
                                lecture("AE453", "Rockets and Missiles"),
                                lecture("AE454", "Composite Structures"))));
    }
}
