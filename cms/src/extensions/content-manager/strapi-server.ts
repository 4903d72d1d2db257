import { mayReadNamed } from '../../access/named-entry';
import { demandAction, demandAtRoute, type StockPlugin } from '../../access/stock-doors';

const COPY = 'POST /collection-types/:model';

export default function guardEntries(plugin: StockPlugin): StockPlugin {
  plugin.policies = { ...plugin.policies, mayReadNamed };
  demandAtRoute(plugin, 'GET /preview/url/:contentType', 'mayReadNamed');
  demandAtRoute(plugin, `${COPY}/clone/:sourceId`, 'mayReadNamed');
  demandAtRoute(plugin, `${COPY}/auto-clone/:sourceId`, 'mayReadNamed');
  // The forms are everybody's, and follow the code.
  demandAction(
    plugin,
    'PUT /components/:uid/configuration',
    'plugin::content-manager.components.configure-layout',
  );
  return plugin;
}
