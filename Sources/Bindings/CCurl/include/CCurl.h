// SPDX-License-Identifier: Apache-2.0
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stddef.h>

/// Sets an option that takes a number.
CURLcode ccurl_set_number(CURL *easy, CURLoption option, long value);

/// Sets an option that takes text; libcurl keeps a copy.
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value);

/// Sets the request body; libcurl keeps a copy.
CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count);

/// Sets the request fields, which have to live as long as the transfer.
CURLcode ccurl_set_fields(CURL *easy, struct curl_slist *fields);

/// Sets what the answer's head and body are given to, with the context that both get.
CURLcode ccurl_set_sinks(CURL *easy, curl_write_callback head, curl_write_callback body, void *context);

/// Sets where the reason of a failure is written, CURL_ERROR_SIZE bytes that live as long as the transfer.
CURLcode ccurl_set_report(CURL *easy, char *report);

/// Sets what is asked after the connection stands and before a byte of the request leaves, with the context it gets.
CURLcode ccurl_set_gate(CURL *easy, curl_prereq_callback gate, void *context);

/// Sets what opens the socket of each connection, with the context it gets: it is told the address and may refuse it.
CURLcode ccurl_set_opener(CURL *easy, curl_opensocket_callback opener, void *context);

/// Sets a number that holds for all transfers of a multi handle.
CURLMcode ccurl_multi_set_number(CURLM *multi, CURLMoption option, long value);

#endif
