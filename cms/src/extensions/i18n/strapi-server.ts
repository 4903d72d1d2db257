import { demandAction, type StockPlugin } from '../../access/stock-doors';

export default function guardLocales(plugin: StockPlugin): StockPlugin {
  demandAction(plugin, 'PUT /settings', 'plugin::i18n.locale.update');
  return plugin;
}
