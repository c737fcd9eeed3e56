// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 381 to 760.
    static let part2 = ##"""
              summary: What happened, in sentences
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}]
              responses:
                '200':
                  description: The story.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Explanation'}, examples: {paid: {$ref: '#/components/examples/Explanation.paid'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/orders/{id}/evidence:
            get:
              operationId: orderEvidence
              tags: [Orders]
              summary: What happened, as a signed file
              description: '`till evidence check` reads it, and so does any JOSE library.'
              security: [{token: [report]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Order'}]
              responses:
                '200':
                  description: The file.
                  content:
                    application/jose+json: {schema: {$ref: '#/components/schemas/Evidence'}, examples: {file: {$ref: '#/components/examples/Evidence.file'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/holds:
            get:
              operationId: listHolds
              tags: [Holds]
              summary: What a person has to look at
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The holds that are open.
                  content: {application/json: {schema: {$ref: '#/components/schemas/HoldPage'}, examples: {one: {$ref: '#/components/examples/HoldPage.one'}}}}
                  links: {SettleHold: {$ref: '#/components/links/SettleHold'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/holds/{id}/settle:
            post:
              operationId: settleHold
              tags: [Holds]
              summary: Decide a hold
              security: [{token: [refund]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Hold'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: true
                content:
                  application/json: {schema: {$ref: '#/components/schemas/SettleHold'}, examples: {give_back: {$ref: '#/components/examples/SettleHold.give_back'}}}
              responses:
                '200':
                  description: The hold as it stands now.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/SettledHold'}, examples: {settled: {$ref: '#/components/examples/SettledHold.settled'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`,
                    `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_hold`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`already_over`, `not_paid`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`, `refund_exceeds`,
                    `decision_does_not_fit`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/events:
            get:
              operationId: readEvents
              tags: [Events]
              summary: Read the journal as events, or wait for the next
              description: 'With `Accept: text/event-stream` it is a stream without an end, which goes on after `Last-Event-ID`. It
                ends within 15 seconds when the token that it was asked for with is revoked or over.'
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters:
              - name: after
                in: query
                required: false
                description: The id of the event that was read last; the first one ever if absent.
                schema: {type: string, pattern: '^(first|last|[^-]+-[0-9]{1,18})$', maxLength: 128}
              - name: wait
                in: query
                required: false
                description: Seconds to wait for an event at most.
                schema: {type: integer, minimum: 0, maximum: 60, default: 0}
              - name: order
                in: query
                required: false
                description: Only events about this sale.
                schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[ -~]+$'}
              responses:
                '200':
                  description: Events, at most 200; `last` is where to go on. An id that is not of this ledger's life gets one event
                    `reset`.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/EventPage'}, examples: {one: {$ref: '#/components/examples/EventPage.one'}}}
                    text/event-stream: {schema: {type: string}}
                  links: {NextEvents: {$ref: '#/components/links/NextEvents'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '429': {$ref: '#/components/responses/TooMany', description: '`too_many_readers`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks:
            get:
              operationId: listWebhooks
              tags: [Webhooks]
              summary: The endpoints that are told of sales
              security: [{token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The endpoints.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookPage'}, examples: {one: {$ref: '#/components/examples/WebhookPage.one'}}}
                  links: {WebhookDeliveries: {$ref: '#/components/links/WebhookDeliveries'}, TestWebhook: {$ref: '#/components/links/TestWebhook'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
            post:
              operationId: addWebhook
              tags: [Webhooks]
              summary: Have an endpoint told of sales
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/AddWebhook'}, examples: {erp: {$ref: '#/components/examples/AddWebhook.erp'}}}}
              responses:
                '201':
                  description: It is told from now on; the secret is told this once.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookSecret'}, examples: {made: {$ref: '#/components/examples/WebhookSecret.made'}}}
                  links: {RotateWebhook: {$ref: '#/components/links/RotateWebhook'}, RemoveWebhook: {$ref: '#/components/links/RemoveWebhook'}}
                '200':
                  description: It was added by an earlier request with this key; the secret is not told again.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookSecret'}, examples: {again: {$ref: '#/components/examples/WebhookSecret.again'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`,
                    `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`limit_reached`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`, `target_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks/{id}/deliveries:
            get:
              operationId: listDeliveries
              tags: [Webhooks]
              summary: What waits for an endpoint, and what was given up
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - {$ref: '#/components/parameters/Webhook'}
              - name: dead
                in: query
                required: false
                description: Only what was given up, or only what was not.
                schema: {type: string, enum: ['true', 'false']}
              - name: after
                in: query
                required: false
                description: Where the page before ended.
                schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[ -~]+$'}
              - name: limit
                in: query
                required: false
                description: How many at most.
                schema: {type: integer, minimum: 1, maximum: 500, default: 100}
              responses:
                '200':
                  description: The deliveries.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/DeliveryPage'}, examples: {one: {$ref: '#/components/examples/DeliveryPage.one'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_webhook`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks/{id}/test:
            post:
              operationId: testWebhook
              tags: [Webhooks]
              summary: Send an endpoint a trial
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Webhook'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What it said.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookTest'}, examples: {taken: {$ref: '#/components/examples/WebhookTest.taken'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_webhook`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks/{id}/rotate:
            post:
              operationId: rotateWebhook
              tags: [Webhooks]
              summary: Give an endpoint a new secret
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Webhook'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json: {schema: {$ref: '#/components/schemas/RotateWebhook'}, examples: {day: {$ref: '#/components/examples/RotateWebhook.day'}}}
              responses:
                '200':
                  description: The secret, which is told this once.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookSecret'}, examples: {made: {$ref: '#/components/examples/WebhookSecret.made'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_webhook`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks/{id}/redeliver:
            post:
              operationId: redeliverWebhook
              tags: [Webhooks]
              summary: Tell an endpoint once more
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Webhook'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Redeliver'}
                    examples: {one: {$ref: '#/components/examples/Redeliver.one'}, first: {$ref: '#/components/examples/Redeliver.first'}}
              responses:
                '200':
                  description: The endpoint as it stands now.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Webhook'}, examples: {erp: {$ref: '#/components/examples/Webhook.erp'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_webhook`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/webhooks/{id}/remove:
            post:
              operationId: removeWebhook
              tags: [Webhooks]
              summary: Tell an endpoint no more
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Webhook'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: The endpoints that are left.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/WebhookPage'}, examples: {one: {$ref: '#/components/examples/WebhookPage.one'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_webhook`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/queue:
            get:
              operationId: listQueue
              tags: [Queue]
              summary: What waits, and why
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - name: lane
                in: query
                required: false
                description: Only this lane.
                schema: {type: string, enum: [provider, print, clock]}
              - name: order
                in: query
                required: false
                description: Only what this sale owes.
                schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[ -~]+$'}
              - name: held
                in: query
                required: false
                description: Only what is held, or only what is not.
                schema: {type: string, enum: ['true', 'false']}
              - name: after
                in: query
                required: false
                description: Where the page before ended.
                schema: {type: integer, minimum: 0, maximum: 9223372036854775807, default: 0}
              - name: limit
                in: query
                required: false
                description: How many rows at most.
                schema: {type: integer, minimum: 1, maximum: 500, default: 100}
              responses:
                '200':
                  description: The rows.
                  content: {application/json: {schema: {$ref: '#/components/schemas/QueuePage'}, examples: {one: {$ref: '#/components/examples/QueuePage.one'}}}}
                  links:
                    NextQueue: {$ref: '#/components/links/NextQueue'}
                    HoldRow: {$ref: '#/components/links/HoldRow'}
                    ReleaseRow: {$ref: '#/components/links/ReleaseRow'}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/queue/flush:
            post:
              operationId: flushQueue
              tags: [Queue]
              summary: Have what waits for its time tried now
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/FlushQueue'}
                    examples: {order: {$ref: '#/components/examples/FlushQueue.order'}, all: {$ref: '#/components/examples/FlushQueue.all'}}
              responses:
        """##
}
