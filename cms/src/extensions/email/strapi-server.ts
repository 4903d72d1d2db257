import { demandAction, type StockPlugin } from '../../access/stock-doors';

export default function guardMails(plugin: StockPlugin): StockPlugin {
  // Whoever works in the admin could mail anything to anybody in the name of the platform.
  demandAction(plugin, 'POST /', 'plugin::email.settings.read');
  return plugin;
}
