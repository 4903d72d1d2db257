import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::strategy.strategy', { only: ['find', 'findOne'] });
