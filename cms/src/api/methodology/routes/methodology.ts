import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::methodology.methodology', {
  only: ['find', 'findOne'],
});
