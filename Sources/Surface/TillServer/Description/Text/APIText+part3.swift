// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIText {
    /// Lines 761 to 1140.
    static let part3 = ##"""
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
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/journal/head:
            get:
              operationId: journalHead
              tags: [Journal]
              summary: The journal's last row
              security: [{token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The head; keep it outside, and nobody can rewrite what came before.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/JournalHead'}, examples: {head: {$ref: '#/components/examples/JournalHead.head'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/journal/verification:
            get:
              operationId: verifyJournal
              tags: [Journal]
              summary: Examine a stretch of the ledger
              security: [{token: [report]}, {token: [admin]}]
              parameters:
              - name: after
                in: query
                required: false
                description: What `next` of the stretch before says; from the beginning if absent.
                schema: {type: string, pattern: '^(chain:[0-9]{1,18}|orders:[!-~]{0,128}|turnover:[0-9]{1,18})$'}
              responses:
                '200':
                  description: What a second of looking brought; ask again with `next`.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Verification'}
                      examples: {good: {$ref: '#/components/examples/Verification.good'}, bad: {$ref: '#/components/examples/Verification.bad'}}
                  links: {NextVerification: {$ref: '#/components/links/NextVerification'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers:
            get:
              operationId: listPrinters
              tags: [Devices]
              summary: The printers, and how they do
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The printers.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrinterPage'}, examples: {one: {$ref: '#/components/examples/PrinterPage.one'}}}
                  links: {TestPrinter: {$ref: '#/components/links/TestPrinter'}, ProbePrinter: {$ref: '#/components/links/ProbePrinter'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers/{id}/test:
            post:
              operationId: testPrinter
              tags: [Devices]
              summary: Print the test slip
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Printer'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What came of it, after 20 seconds at most.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrintedSlip'}, examples: {printed: {$ref: '#/components/examples/PrintedSlip.printed'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/printers/{id}/probe:
            post:
              operationId: probePrinter
              tags: [Devices]
              summary: Ask a printer what it can do
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Printer'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What it answered, after 20 seconds at most.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/PrinterProbe'}, examples: {answered: {$ref: '#/components/examples/PrinterProbe.answered'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '404': {$ref: '#/components/responses/NotFound', description: '`no_such_device`'}
                '409': {$ref: '#/components/responses/Conflict', description: '`idempotency_in_progress`'}
                '413': {$ref: '#/components/responses/TooLarge', description: '`too_large`'}
                '415': {$ref: '#/components/responses/UnsupportedMediaType', description: '`unsupported_media_type`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '422': {$ref: '#/components/responses/Unprocessable', description: '`invalid_value`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/devices:
            get:
              operationId: listDevices
              tags: [Devices]
              summary: The devices, and how they do
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The devices.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Devices'}, examples: {two: {$ref: '#/components/examples/Devices.two'}}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/displays:
            get:
              operationId: listDisplays
              tags: [Devices]
              summary: The customer screens, and how codes stand on them
              security: [{token: [sale]}, {token: [refund]}, {token: [report]}, {token: [admin]}]
              responses:
                '200':
                  description: The screens.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/DisplayPage'}, examples: {one: {$ref: '#/components/examples/DisplayPage.one'}}}
                  links: {TestDisplay: {$ref: '#/components/links/TestDisplay'}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`unknown_field`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
                '421': {$ref: '#/components/responses/Misdirected', description: '`host_refused`'}
                '500': {$ref: '#/components/responses/Internal', description: '`internal`'}
                '503': {$ref: '#/components/responses/Unavailable', description: '`unavailable`'}
          /v1/displays/{id}/test:
            post:
              operationId: testDisplay
              tags: [Devices]
              summary: Show the test picture
              security: [{token: [admin]}]
              parameters: [{$ref: '#/components/parameters/Display'}]
              requestBody:
                required: false
                content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}, examples: {empty: {$ref: '#/components/examples/Empty.empty'}}}}
              responses:
                '200':
                  description: What came of it, after 20 seconds at most; it stays for 20, and gives way to a sale.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/DisplayTest'}, examples: {shown: {$ref: '#/components/examples/DisplayTest.shown'}}}
                '400': {$ref: '#/components/responses/BadRequest', description: '`malformed`, `unknown_field`, `wrong_type`'}
                '401': {$ref: '#/components/responses/Unauthorized', description: '`unauthorized`'}
                '403': {$ref: '#/components/responses/Forbidden', description: '`forbidden`, `origin_refused`'}
        """##
}
