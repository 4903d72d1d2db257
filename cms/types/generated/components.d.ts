import type { Schema, Struct } from '@strapi/strapi';

export interface ChallengeSynonyms extends Struct.ComponentSchema {
  collectionName: 'components_challenge_synonyms';
  info: {
    displayName: 'Other words for it';
  };
  attributes: {
    language: Schema.Attribute.Enumeration<
      [
        'en',
        'el',
        'ro',
        'it',
        'sr',
        'srLatn',
        'srCyrl',
        'cnr',
        'bs',
        'hr',
        'sl',
        'bg',
        'mk',
        'sq',
        'hu',
        'de',
        'uk',
      ]
    > &
      Schema.Attribute.Required;
    terms: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface CityPopulation extends Struct.ComponentSchema {
  collectionName: 'components_city_population';
  info: {
    displayName: 'Population';
  };
  attributes: {
    scope: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    value: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    year: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100;
          min: 1000;
        },
        number
      >;
  };
}

export interface GlossaryNationalTerm extends Struct.ComponentSchema {
  collectionName: 'components_glossary_national_term';
  info: {
    displayName: 'National term';
  };
  attributes: {
    abbreviation: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    country: Schema.Attribute.Enumeration<
      [
        'GR',
        'RO',
        'IT',
        'ME',
        'RS',
        'MD',
        'BG',
        'HR',
        'SI',
        'BA',
        'MK',
        'AL',
        'XK',
        'AT',
        'NL',
        'FR',
        'HU',
        'UA',
      ]
    >;
    language: Schema.Attribute.Enumeration<
      [
        'en',
        'el',
        'ro',
        'it',
        'sr',
        'srLatn',
        'srCyrl',
        'cnr',
        'bs',
        'hr',
        'sl',
        'bg',
        'mk',
        'sq',
        'hu',
        'de',
        'uk',
      ]
    > &
      Schema.Attribute.Required;
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    term: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
  };
}

export interface InstrumentComposition extends Struct.ComponentSchema {
  collectionName: 'components_instrument_composition';
  info: {
    displayName: 'Seats';
  };
  attributes: {
    actorType: Schema.Attribute.Enumeration<
      [
        'localGovernment',
        'regionalGovernment',
        'nationalGovernment',
        'publicUtility',
        'publicInstitution',
        'business',
        'chamber',
        'university',
        'ngo',
        'citizenGroup',
        'media',
        'donor',
        'expert',
      ]
    > &
      Schema.Attribute.Required;
    seats: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
  };
}

export interface MethodologyStep extends Struct.ComponentSchema {
  collectionName: 'components_methodology_step';
  info: {
    displayName: 'Step';
  };
  attributes: {
    durationDays: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    output: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 400;
      }>;
    tip: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 400;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    what: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    who: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface NetworkMember extends Struct.ComponentSchema {
  collectionName: 'components_network_member';
  info: {
    displayName: 'Member';
  };
  attributes: {
    city: Schema.Attribute.Relation<'oneToOne', 'api::city.city'>;
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    role: Schema.Attribute.Enumeration<['lead', 'member', 'observer']>;
    since: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100;
          min: 1000;
        },
        number
      >;
    until: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100;
          min: 1000;
        },
        number
      >;
  };
}

export interface PracticeActor extends Struct.ComponentSchema {
  collectionName: 'components_practice_actor';
  info: {
    displayName: 'Actor';
  };
  attributes: {
    role: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    type: Schema.Attribute.Enumeration<
      [
        'localGovernment',
        'regionalGovernment',
        'nationalGovernment',
        'publicUtility',
        'publicInstitution',
        'business',
        'chamber',
        'university',
        'ngo',
        'citizenGroup',
        'media',
        'donor',
        'expert',
      ]
    > &
      Schema.Attribute.Required;
  };
}

export interface PracticeBuildingBlock extends Struct.ComponentSchema {
  collectionName: 'components_practice_building_block';
  info: {
    displayName: 'Building block';
  };
  attributes: {
    enablingFactors: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
    lesson: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    what: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
  };
}

export interface PracticeCostCard extends Struct.ComponentSchema {
  collectionName: 'components_practice_cost_card';
  info: {
    displayName: 'Cost card';
  };
  attributes: {
    costBand: Schema.Attribute.Enumeration<
      ['under5k', 'from5kTo25k', 'from25kTo100k', 'from100kTo1m', 'over1m', 'unknown']
    > &
      Schema.Attribute.Required;
    fundingSource: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    months: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 600;
          min: 0;
        },
        number
      >;
    outsideHelp: Schema.Attribute.Boolean;
    roles: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    staffDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
  };
}

export interface PracticeDocument extends Struct.ComponentSchema {
  collectionName: 'components_practice_document';
  info: {
    displayName: 'Document';
  };
  attributes: {
    file: Schema.Attribute.Media<'files'> & Schema.Attribute.Required;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface PracticeImage extends Struct.ComponentSchema {
  collectionName: 'components_practice_image';
  info: {
    displayName: 'Image';
  };
  attributes: {
    alt: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    consent: Schema.Attribute.Boolean & Schema.Attribute.Required;
    credit: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    file: Schema.Attribute.Media<'images'> & Schema.Attribute.Required;
  };
}

export interface PracticeIndicator extends Struct.ComponentSchema {
  collectionName: 'components_practice_indicator';
  info: {
    displayName: 'Indicator';
  };
  attributes: {
    after: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    before: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
    source: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    sourceUrl: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    unit: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    year: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100;
          min: 1000;
        },
        number
      >;
  };
}

export interface PracticeProcessStep extends Struct.ComponentSchema {
  collectionName: 'components_practice_process_step';
  info: {
    displayName: 'Step';
  };
  attributes: {
    level: Schema.Attribute.Enumeration<
      ['none', 'inform', 'consult', 'involve', 'collaborate', 'empower']
    >;
    methodology: Schema.Attribute.Relation<'oneToOne', 'api::methodology.methodology'>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
    weeks: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 520;
          min: 0;
        },
        number
      >;
    who: Schema.Attribute.JSON &
      Schema.Attribute.CustomField<
        'global::choices',
        {
          list: 'actorType';
        }
      >;
  };
}

export interface PracticeReviewNote extends Struct.ComponentSchema {
  collectionName: 'components_practice_review_note';
  info: {
    displayName: 'Review note';
  };
  attributes: {
    checkedHow: Schema.Attribute.Enumeration<['deskOnly', 'documentsSeen', 'cityContacted']> &
      Schema.Attribute.Required;
    date: Schema.Attribute.Date & Schema.Attribute.Required;
    role: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80;
      }>;
  };
}

export interface PracticeTranslation extends Struct.ComponentSchema {
  collectionName: 'components_practice_translation';
  info: {
    displayName: 'Translation';
  };
  attributes: {
    by: Schema.Attribute.Enumeration<['human', 'machine']> & Schema.Attribute.Required;
    language: Schema.Attribute.Enumeration<
      [
        'en',
        'el',
        'ro',
        'it',
        'sr',
        'srLatn',
        'srCyrl',
        'cnr',
        'bs',
        'hr',
        'sl',
        'bg',
        'mk',
        'sq',
        'hu',
        'de',
        'uk',
      ]
    > &
      Schema.Attribute.Required;
    oneLine: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
  };
}

export interface SharedSource extends Struct.ComponentSchema {
  collectionName: 'components_shared_source';
  info: {
    displayName: 'Source';
  };
  attributes: {
    accessed: Schema.Attribute.Date;
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface StrategyAfterlife extends Struct.ComponentSchema {
  collectionName: 'components_strategy_afterlife';
  info: {
    displayName: 'What came of it';
  };
  attributes: {
    date: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10;
      }>;
    note: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
    source: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    sourceUrl: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface StrategyGoal extends Struct.ComponentSchema {
  collectionName: 'components_strategy_goal';
  info: {
    displayName: 'Goal';
  };
  attributes: {
    leipzig: Schema.Attribute.JSON &
      Schema.Attribute.CustomField<
        'global::choices',
        {
          list: 'leipzigDimension';
        }
      >;
    text: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
  };
}

export interface StrategyProcessStep extends Struct.ComponentSchema {
  collectionName: 'components_strategy_process_step';
  info: {
    displayName: 'Step';
  };
  attributes: {
    level: Schema.Attribute.Enumeration<
      ['none', 'inform', 'consult', 'involve', 'collaborate', 'empower']
    >;
    methodology: Schema.Attribute.Relation<'oneToOne', 'api::methodology.methodology'>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
    weeks: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 520;
          min: 0;
        },
        number
      >;
    when: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60;
      }>;
    who: Schema.Attribute.JSON &
      Schema.Attribute.CustomField<
        'global::choices',
        {
          list: 'actorType';
        }
      >;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'challenge.synonyms': ChallengeSynonyms;
      'city.population': CityPopulation;
      'glossary.national-term': GlossaryNationalTerm;
      'instrument.composition': InstrumentComposition;
      'methodology.step': MethodologyStep;
      'network.member': NetworkMember;
      'practice.actor': PracticeActor;
      'practice.building-block': PracticeBuildingBlock;
      'practice.cost-card': PracticeCostCard;
      'practice.document': PracticeDocument;
      'practice.image': PracticeImage;
      'practice.indicator': PracticeIndicator;
      'practice.process-step': PracticeProcessStep;
      'practice.review-note': PracticeReviewNote;
      'practice.translation': PracticeTranslation;
      'shared.source': SharedSource;
      'strategy.afterlife': StrategyAfterlife;
      'strategy.goal': StrategyGoal;
      'strategy.process-step': StrategyProcessStep;
    }
  }
}
