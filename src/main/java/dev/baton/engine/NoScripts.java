package dev.baton.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Knows no script language at all. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new CodeRefused("the script engine " + factory.getEngineName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new CodeRefused("scripts");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw new CodeRefused("a script in " + language);
    }
}
