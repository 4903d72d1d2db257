import type { Core } from '@strapi/strapi';
import type { Models } from '../models';
import { asRecord } from '../values';
import { touchesEnglish, type Rule, type Write } from '../write';
import { forgetTarget } from './incoming-links';
import { readLinkShape, type LinkShape } from './link-tree';
import { restoreRelations } from './restore-relations';
import { findLinkedRows, recordLinks, storeLinks, whereLinked } from './stored-links';

/**
 * Strapi loses relations of published rows between types with drafts when one side is published
 * later, unpublished or discarded (strapi/strapi#25361), and with them those of a draft that goes
 * back. `links` holds them where no row id can take them along: a save writes the draft's
 * relations to it, a publish copies it, a discard restores from it.
 */
export function keepLinks(strapi: Core.Strapi, models: Models): Rule {
  async function publish({ model }: Write, shape: LinkShape, documentId: string): Promise<void> {
    const where = { documentId, ...whereLinked(model, 'draft') };
    const [draft] = await findLinkedRows(strapi, model, where);
    const tree = draft?.links ?? (await recordLinks(strapi, model, shape, documentId));
    if (tree) await storeLinks(strapi, model, documentId, 'published', tree);
  }

  async function discard({ model }: Write, shape: LinkShape, documentId: string): Promise<void> {
    const find = async (version: 'draft' | 'published') =>
      (
        await findLinkedRows(strapi, model, { documentId, ...whereLinked(model, version) }, shape)
      )[0];
    const [draft, published] = [await find('draft'), await find('published')];
    if (!draft || !published?.links) return;
    await restoreRelations(strapi, models, model.uid, shape, draft, published.links);
    await storeLinks(strapi, model, documentId, 'draft', published.links);
  }

  async function follow(write: Write, shape: LinkShape, documentId: string): Promise<void> {
    const { action, model } = write;
    if (!touchesEnglish(write)) return;
    if (
      action === 'create' ||
      action === 'clone' ||
      (action === 'update' && touches(shape, write))
    ) {
      await recordLinks(strapi, model, shape, documentId);
    }
    if (write.goesLive && model.hasDrafts) await publish(write, shape, documentId);
    if (action === 'discardDraft') await discard(write, shape, documentId);
  }

  return (write) => {
    const { model, action, data } = write;
    if (!model.attributes.links) return undefined;
    delete data.links;
    const shape = readLinkShape(models, model);
    return async (result) => {
      const documentId = action === 'clone' ? undefined : write.documentId;
      const id = documentId ?? asRecord(result)?.documentId;
      if (typeof id !== 'string') return;
      if (action !== 'delete') return follow(write, shape, id);
      const left = await strapi.db.query(model.uid).count({ where: { documentId: id } });
      if (left === 0) await forgetTarget(strapi, models, model.uid, id);
    };
  };
}

function touches({ relations, components }: LinkShape, { data }: Write): boolean {
  return relations.some(([name]) => name in data) || components.some(({ name }) => name in data);
}
