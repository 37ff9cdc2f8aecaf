import { registerClientPlugin } from 'camunda-modeler-plugin-helpers';
import config from 'routeboek:config';
import rules from 'routeboek:rules';

/** Onze regels in het foutenvenster van Camunda Modeler, zoals Modeler om regels vraagt: een lijst die zegt welke, en iets dat ze geeft. */
const resolver = {
  resolveRule(pakket, naam) {
    const rule = pakket === 'bpmnlint-plugin-routeboek' ? rules[naam] : undefined;
    if (!rule) throw new Error(`regel ${pakket}/${naam} is niet van Routeboek`);
    return rule;
  },
  resolveConfig(pakket) {
    throw new Error(`lijst ${pakket} is niet van Routeboek`);
  }
};

registerClientPlugin({ config, resolver }, 'lintRules.cloud-bpmn');
