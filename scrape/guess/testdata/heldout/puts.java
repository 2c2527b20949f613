import java.util.HashMap;
import java.util.Map;

public class BoatFaults {
    private static final Map<String, String> TEXTS = new HashMap<>();

    static {
        TEXTS.put("B001", "the boat leaks");
        TEXTS.put("B002", "the sail is torn");
        // rudder
        TEXTS.put("B103", "the rudder is stuck");
    }
}
