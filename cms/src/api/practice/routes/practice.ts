import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::practice.practice', { only: ['find', 'findOne'] });
