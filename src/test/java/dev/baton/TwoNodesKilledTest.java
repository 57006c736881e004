package dev.baton;

import dev.baton.testkit.Databases;
import java.util.Map;

class TwoNodesKilledTest extends KilledContract {

    @Override
    int howMany() {
        return 2;
    }

    @Override
    Map<String, String> database() {
        return Databases.postgres();
    }
}
