package org.horarium.formats.demo;

import static org.horarium.formats.demo.Curriculum.alternatingLab;
import static org.horarium.formats.demo.Curriculum.benchLab;
import static org.horarium.formats.demo.Curriculum.fourthYear;
import static org.horarium.formats.demo.Curriculum.lab;
import static org.horarium.formats.demo.Curriculum.lecture;
import static org.horarium.formats.demo.Curriculum.secondYear;
import static org.horarium.formats.demo.Curriculum.thirdYear;
import static org.horarium.formats.demo.Curriculum.tutorial;

import java.util.List;

/** Departments of science: fewer laboratories, and a lighter last year. */
final class ScienceCurricula {
    private ScienceCurricula() {}

    static List<Curriculum> all() {
        return List.of(mathematics(), physics(), chemistry(), economics());
    }

    private static Curriculum mathematics() {
        return new Curriculum(
                "MA",
                "Mathematics",
                "computing-lab",
                "Mathematical computing laboratory",
                "Graphics workstation",
                List.of(
                        secondYear(
                                benchLab("MA201", "Numerical Analysis"),
                                lab("MA202", "Mathematical Programming in Python"),
                                tutorial("MA203", "Real Analysis"),
                                tutorial("MA204", "Linear Algebra"),
                                lecture("MA205", "Ordinary Differential Equations")),
                        thirdYear(
                                List.of(
                                        benchLab("MA301", "Statistical Inference"),
                                        alternatingLab("MA302", "Operations Research"),
                                        tutorial("MA303", "Complex Analysis"),
                                        lecture("MA304", "Abstract Algebra")),
                                lecture("MA351", "Graph Theory"),
                                lecture("MA352", "Number Theory"),
                                lecture("MA353", "Actuarial Mathematics")),
                        fourthYear(
                                List.of(
                                        benchLab("MA401", "Partial Differential Equations"),
                                        lecture("MA402", "Functional Analysis")),
                                lecture("MA451", "Cryptography"),
                                lecture("MA452", "Stochastic Processes"),
                                lecture("MA453", "Differential Geometry"),
                                lecture("MA454", "Mathematical Finance"))));
    }

    private static Curriculum physics() {
        return new Curriculum(
                "PH",
                "Physics",
                "physics-lab",
                "Physics laboratory",
                "Laser optics kit",
                List.of(
                        secondYear(
                                benchLab("PH201", "Waves and Optics"),
                                lab("PH202", "Analog Electronics"),
                                tutorial("PH203", "Classical Mechanics"),
                                tutorial("PH204", "Mathematical Physics I"),
                                lecture("PH205", "Thermal Physics")),
                        thirdYear(
                                List.of(
                                        benchLab("PH301", "Quantum Mechanics I"),
                                        alternatingLab("PH302", "Atomic and Molecular Physics"),
                                        tutorial("PH303", "Electrodynamics"),
                                        lecture("PH304", "Statistical Mechanics")),
                                lecture("PH351", "Astrophysics"),
                                lecture("PH352", "Medical Physics"),
                                lecture("PH353", "Computational Physics")),
                        fourthYear(
                                List.of(
                                        benchLab("PH401", "Nuclear and Particle Physics"),
                                        lecture("PH402", "Solid State Physics")),
                                lecture("PH451", "Photonics"),
                                lecture("PH452", "Nanoscience"),
                                lecture("PH453", "General Relativity"),
                                lecture("PH454", "Plasma Physics"))));
    }

    private static Curriculum chemistry() {
        return new Curriculum(
                "CY",
                "Chemistry",
                "chemistry-lab",
                "Chemistry laboratory",
                "Infrared spectrometer",
                List.of(
                        secondYear(
                                benchLab("CY201", "Inorganic Chemistry I"),
                                lab("CY202", "Organic Chemistry I"),
                                tutorial("CY203", "Physical Chemistry I"),
                                tutorial("CY204", "Mathematics for Chemists"),
                                lecture("CY205", "Environmental Chemistry")),
                        thirdYear(
                                List.of(
                                        benchLab("CY301", "Organic Chemistry II"),
                                        alternatingLab("CY302", "Analytical Chemistry"),
                                        tutorial("CY303", "Quantum Chemistry"),
                                        lecture("CY304", "Inorganic Chemistry II")),
                                lecture("CY351", "Medicinal Chemistry"),
                                lecture("CY352", "Polymer Chemistry"),
                                lecture("CY353", "Green Chemistry")),
                        fourthYear(
                                List.of(
                                        benchLab("CY401", "Instrumental Methods"),
                                        lecture("CY402", "Organometallic Chemistry")),
                                lecture("CY451", "Supramolecular Chemistry"),
                                lecture("CY452", "Electrochemistry"),
                                lecture("CY453", "Computational Chemistry"),
                                lecture("CY454", "Food Chemistry"))));
    }

    private static Curriculum economics() {
        return new Curriculum(
                "ECO",
                "Economics",
                "data-lab",
                "Data laboratory",
                "Market data terminal",
                List.of(
                        secondYear(
                                benchLab("EN201", "Statistics for Economists"),
                                lab("EN202", "Data Handling with R"),
                                tutorial("EN203", "Microeconomics I"),
                                tutorial("EN204", "Mathematical Economics"),
                                lecture("EN205", "Economic History")),
                        thirdYear(
                                List.of(
                                        benchLab("EN301", "Econometrics"),
                                        alternatingLab("EN302", "Financial Markets"),
                                        tutorial("EN303", "Macroeconomics II"),
                                        lecture("EN304", "Public Finance")),
                                lecture("EN351", "Labour Economics"),
                                lecture("EN352", "Development Economics"),
                                lecture("EN353", "Behavioural Economics")),
                        fourthYear(
                                List.of(
                                        benchLab("EN401", "Time Series Analysis"),
                                        lecture("EN402", "International Trade")),
                                lecture("EN451", "Game Theory"),
                                lecture("EN452", "Environmental Economics"),
                                lecture("EN453", "Banking and Finance"),
                                lecture("EN454", "Economics of Regulation"))));
    }
}
