package org.horarium.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.jspecify.annotations.Nullable;

/** A finger on a touch screen that moves without being lifted, as the browser's own tools make it. */
final class Finger {
    /** Points between two places, so that what follows the finger notices it. */
    private static final int STEPS = 8;

    private Finger() {}

    /** From the middle of the first to the middle of each of the others. All must fit on the screen together. */
    static void drag(Page page, Locator... places) {
        CDPSession devtools = page.context().newCDPSession(page);
        double x = 0;
        double y = 0;
        for (int i = 0; i < places.length; i++) {
            BoundingBox box = i == 0 ? box(places[i]) : visible(places[i]);
            double nextX = box.x + box.width / 2;
            double nextY = box.y + box.height / 2;
            if (i == 0) {
                touch(devtools, "touchStart", nextX, nextY);
            } else {
                for (int step = 1; step <= STEPS; step++) {
                    touch(devtools, "touchMove", x + (nextX - x) * step / STEPS, y + (nextY - y) * step / STEPS);
                }
            }
            x = nextX;
            y = nextY;
        }
        touch(devtools, "touchEnd", null, null);
        devtools.detach();
    }

    /** Where a place is after it was brought onto the screen. */
    static BoundingBox box(Locator place) {
        place.scrollIntoViewIfNeeded();
        return visible(place);
    }

    private static BoundingBox visible(Locator place) {
        BoundingBox box = place.boundingBox();
        if (box == null) {
            throw new AssertionError("It is not on the screen: " + place);
        }
        return box;
    }

    private static void touch(CDPSession devtools, String type, @Nullable Double x, @Nullable Double y) {
        JsonArray points = new JsonArray();
        if (x != null && y != null) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        message.add("touchPoints", points);
        devtools.send("Input.dispatchTouchEvent", message);
    }
}
