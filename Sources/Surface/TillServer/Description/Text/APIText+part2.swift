// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 381 to 760.
    static let part2 = ##"""
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
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              parameters:
              - name: after
                in: query
                required: false
                description: The id of the event that was read last; the first one ever if absent.
                schema: {type: string, pattern: '^[^-]+-[0-9]{1,18}$', maxLength: 128}
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
                  content: {application/json: {schema: {$ref: '#/components/schemas/EventPage'}, examples: {one: {$ref: '#/components/examples/EventPage.one'}}}}
                  links: {NextEvents: {$ref: '#/components/links/NextEvents'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
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
                '200':
                  description: Its rows.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/QueuePage'}, examples: {one: {$ref: '#/components/examples/QueuePage.one'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/queue/{id}/hold:
            post:
              operationId: holdWork
              tags: [Queue]
              summary: Hold a row, what a sale owes, or a lane
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Target'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/HoldWork'}, examples: {why: {$ref: '#/components/examples/HoldWork.why'}}}}
              responses:
                '200':
                  description: Its rows.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/QueuePage'}, examples: {held: {$ref: '#/components/examples/QueuePage.held'}}}}
                  links: {ReleaseRow: {$ref: '#/components/links/ReleaseRow'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `missing_field`,
                    `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`, `no_such_work`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`cannot_hold`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/queue/{id}/release:
            post:
              operationId: releaseWork
              tags: [Queue]
              summary: Let held work go on
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Target'}, {$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json: {schema: {$ref: '#/components/schemas/ReleaseWork'}, examples: {why: {$ref: '#/components/examples/ReleaseWork.why'}}}
              responses:
                '200':
                  description: Its rows.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/QueuePage'}, examples: {one: {$ref: '#/components/examples/QueuePage.one'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_order`, `no_such_work`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`cannot_hold`, `idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/drain:
            get:
              operationId: showDrain
              tags: [Queue]
              summary: Whether new sales are taken, and what is owed
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - name: wait
                in: query
                required: false
                description: Seconds to wait for the end of the draining at most.
                schema: {type: integer, minimum: 0, maximum: 60, default: 0}
              responses:
                '200':
                  description: How it stands.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Drain'}
                      examples: {open: {$ref: '#/components/examples/Drain.open'}, draining: {$ref: '#/components/examples/Drain.draining'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
            post:
              operationId: beginDrain
              tags: [Queue]
              summary: Take no new sales
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content:
                  application/json: {schema: {$ref: '#/components/schemas/BeginDrain'}, examples: {closing: {$ref: '#/components/examples/BeginDrain.closing'}}}
              responses:
                '200':
                  description: New sales are refused with `draining` from now on; what is open goes on.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Drain'}, examples: {draining: {$ref: '#/components/examples/Drain.draining'}}}}
                  links: {EndDrain: {$ref: '#/components/links/EndDrain'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/drain/end:
            post:
              operationId: endDrain
              tags: [Queue]
              summary: Take new sales again
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/EndDrain'}, examples: {anna: {$ref: '#/components/examples/EndDrain.anna'}}}}
              responses:
                '200':
                  description: New sales are taken.
                  headers: {Idempotency-Replayed: {$ref: '#/components/headers/Replayed'}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Drain'}, examples: {open: {$ref: '#/components/examples/Drain.open'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`, `idempotency_key_missing`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`, `idempotency_conflict`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/proofs:
            get:
              operationId: listProofs
              tags: [End of day]
              summary: Up to which day acquirers' statements prove everything
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - name: days
                in: query
                required: false
                description: Days that are listed of each account at most.
                schema: {type: integer, minimum: 0, maximum: 400, default: 7}
              responses:
                '200':
                  description: The accounts.
                  content: {application/json: {schema: {$ref: '#/components/schemas/ProofPage'}, examples: {one: {$ref: '#/components/examples/ProofPage.one'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/days/{day}:
            get:
              operationId: showDay
              tags: [End of day]
              summary: What was sold on a day
              security: [{token: [report]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Day'}]
              responses:
                '200':
                  description: The figures.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Day'}, examples: {over: {$ref: '#/components/examples/Day.over'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/days/{day}/print:
            post:
              operationId: printDay
              tags: [End of day]
              summary: Print the figures of a day
              security: [{token: [report]}, {token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Day'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What came of the slip.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrintedSlip'}, examples: {printed: {$ref: '#/components/examples/PrintedSlip.printed'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
        """##
}
