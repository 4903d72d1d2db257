import { mayChangeAll } from '../../access/own-files';
import { demandAction, demandAtRoute, type StockPlugin } from '../../access/stock-doors';

export default function guardFiles(plugin: StockPlugin): StockPlugin {
  plugin.policies = { ...plugin.policies, mayChangeAll };
  demandAtRoute(plugin, 'POST /actions/bulk-delete', 'mayChangeAll');
  demandAtRoute(plugin, 'POST /actions/bulk-move', 'mayChangeAll');
  // The server would fetch whatever address somebody names, from where it stands.
  demandAction(plugin, 'POST /actions/upload-from-urls', 'plugin::upload.settings.read');
  return plugin;
}
