// Delivery reports of mails, posted to the desk with the key that proves their origin.
param topicName string

@secure()
param endpoint string

@secure()
param key string

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = { name: topicName }

resource reports 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'mail-reports'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived'] }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: endpoint
        maxEventsPerBatch: 50
        preferredBatchSizeInKilobytes: 64
        deliveryAttributeMappings: [
          { name: 'X-Helpdesk-Key', type: 'Static', properties: { value: key, isSecret: true } }
        ]
      }
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}
